/// <reference types="vite/client" />
declare module '*?messages' {
  const messages: Record<string, import('@lingui/core').MessageDescriptor['message'] | unknown[]>
  export default messages
}
