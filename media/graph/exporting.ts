/**
 * Pictures of what is seen, to be kept as files.
 */

/** Pixels of a PNG for each pixel on the page. */
const sharpness = 2;
/** Larger pictures, in pixels a side, are drawn less sharp: canvases have limits. */
const largest = 8192;

/** The markup of an SVG, drawn as a PNG, in base64. Fails where the browser cannot draw it. */
export async function toPng(markup: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const scale = Math.min(sharpness, largest / Math.max(1, width), largest / Math.max(1, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, data] = canvas.toDataURL('image/png').split(',');
  if (!data) throw new Error('The picture could not be drawn.');
  return data;
}
