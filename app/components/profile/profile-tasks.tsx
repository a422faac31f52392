import type { Progress } from '#app/features/profiles/progress.server.ts'
import { sectionTitles, type SectionName } from '#app/features/profiles/sections.ts'
import { TaskList, type TaskListItem } from '../govuk/task-list.tsx'

export interface ProfileTasksProps {
  /** The address of this list; those of its pages begin with it. */
  base: string
  pages: readonly { name: SectionName; progress: Progress }[]
  /** What comes after all of them, and is no page of the profile. */
  last?: TaskListItem
}

/** The pages of a profile and what is done of it. */
export function ProfileTasks({ base, pages, last }: ProfileTasksProps) {
  return (
    <TaskList
      items={[
        ...pages.map(({ name, progress }) => ({
          title: { text: sectionTitles[name] },
          href: `${base}/${name}`,
          status: statusOf(progress),
        })),
        last,
      ]}
    />
  )
}

function statusOf(progress: Progress) {
  if ('says' in progress) return { text: progress.says }
  return progress.isDone
    ? { text: 'Done' }
    : { tag: { text: 'Not yet', classes: 'govuk-tag--grey' } }
}
