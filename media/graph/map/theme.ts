/**
 * The theme: its colours as they are on the page now. They are read once for each theme.
 */
import { KIND_NUMBERS, ROLE_NUMBERS } from '../../../server/protocol.ts';
import { type Colour, mixed, type Palette } from './palette.ts';

/** As in `styles/drawing.css`. */
const roleColours: Readonly<Record<string, string>> = {
  sources: '--inquiry',
  'used-by': '--page',
  related: '--note',
  next: '--missing',
};

/** Reads the colours of the page's body as it is now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.body);
  const read = reader(style);
  const chart = (name: string, otherwise: string): Colour => read(`--vscode-charts-${name}`, otherwise);
  const [blue, purple, green] = [chart('blue', '#3794ff'), chart('purple', '#b180d7'), chart('green', '#89d185')];
  const [orange, red, yellow] = [chart('orange', '#d18616'), chart('red', '#f14c4c'), chart('yellow', '#cca700')];
  const { classList } = document.body;
  const isLight = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  const plain = read('--plain', '#888');
  return {
    surface: read('--surface', '#1f1f1f'),
    ink: read('--ink', '#ccc'),
    faint: read('--faint', '#9d9d9d'),
    accent: read('--accent', '#0078d4'),
    plain: [plain[0], plain[1], plain[2], 1],
    kinds: KIND_NUMBERS.map((kind) => read(`--${kind}`, '#888')),
    roles: ROLE_NUMBERS.map((role) => (roleColours[role] ? read(roleColours[role], '#888') : [...solid(plain)])),
    hues: [blue, orange, green, purple, red, mixed(blue, green, 0.5), yellow, mixed(red, purple, 0.5), solid(plain)],
    isContrast: classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light'),
    isLight,
    font: style.fontFamily || 'sans-serif',
  };
}

const solid = ([red, green, blue]: Colour): Colour => [red, green, blue, 1];

/** Gives custom properties as colours: a canvas knows every way in which CSS writes them. */
function reader(style: CSSStyleDeclaration): (name: string, otherwise: string) => Colour {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return (name, otherwise) => {
    if (!context) return [136, 136, 136, 1];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = otherwise;
    context.fillStyle = style.getPropertyValue(name).trim() || otherwise;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
}
