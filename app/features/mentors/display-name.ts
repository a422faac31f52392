/** A mentor as candidates and employers know them: of a volunteer, the first name only. */
export const displayNameOf = ({ name, isVolunteer }: { name: string; isVolunteer: boolean }) =>
  isVolunteer ? (name.trim().split(/\s+/)[0] ?? name) : name
