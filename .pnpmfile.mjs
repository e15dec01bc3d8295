/**
 * We serve the bundle of Scalar's reference page, which has everything in it. Without this, its 283 packages (250 MB)
 * would be installed beside it and never be loaded.
 */
function readPackage(manifest) {
  return manifest.name === '@scalar/api-reference' ? { ...manifest, dependencies: {} } : manifest
}

export const hooks = { readPackage }
