import { Outlet } from '@tanstack/react-router'

export function WorkLayout() {
  return <Outlet />
}
