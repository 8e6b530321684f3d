// jsdom lacks what a browser has and React Aria and the router call.
globalThis.CSS ??= {} as typeof CSS
CSS.escape ??= (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`)
window.scrollTo = () => {}
