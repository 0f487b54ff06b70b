import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export interface View {
  /** In the address, after the '#'. */
  path: string;
  title: string;
  Panel: LazyExoticComponent<ComponentType>;
}

const live: View = {
  path: '/live',
  title: 'Live',
  Panel: lazy(() =>
    import('./live/LivePanel.tsx').then((module) => ({ default: module.LivePanel })),
  ),
};

/** Every view of the page, in the order of the navigation. */
export const views: readonly View[] = [live];

/** @returns the view at a hash location such as "/batch?run=3"; Live where there is none */
export function viewAt(location: string): View {
  const path = location.split('?')[0];
  return views.find((view) => view.path === path) ?? live;
}
