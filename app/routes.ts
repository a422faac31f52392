const home = (file: string) => ({ index: true, file: `routes/${file}` })
const page = (path: string, file: string) => ({ path, file: `routes/${file}` })

/** The site map. The first folder of a file says who the page is for; its `handle` holds the door. */
export default [home('public/home.tsx'), page('*', 'system/not-found.tsx')]
