/** Boxes are measured in pixels of the screen, styles in those of a page that is magnified on a wall. */
export function cssZoom(element: Element): number {
  // Older browsers do not say, and measure in the page's own pixels.
  return 'currentCSSZoom' in element ? element.currentCSSZoom : 1
}
