/**
 * Drawing lines with WebGL, on a canvas of their own: they are handed over once, and panning costs nothing but a few numbers.
 */
import {
  type BufferInfo,
  createBufferInfoFromArrays,
  createProgramInfo,
  drawBufferInfo,
  type ProgramInfo,
  setBuffersAndAttributes,
  setUniforms,
} from 'twgl.js';
import type { Lines } from './lines.ts';
import type { Stroke } from './strokes.ts';

/** One strip for each line: `corner` says which of its four corners, `ends` where the line runs. */
const vertexShader = `#version 300 es
in vec2 corner;
in vec4 ends;
uniform vec3 camera;
uniform vec2 size;
uniform float width;
out float along;
out float across;
void main() {
  vec2 from = (ends.xy - camera.xy) * camera.z;
  vec2 to = (ends.zw - camera.xy) * camera.z;
  vec2 way = to - from;
  float length_ = max(length(way), 1e-4);
  vec2 aside = vec2(-way.y, way.x) / length_ * (width * 0.5 + 0.75);
  vec2 at = mix(from, to, corner.x) + aside * corner.y;
  along = corner.x * length_;
  across = corner.y * (width * 0.5 + 0.75);
  gl_Position = vec4(at / size * vec2(2.0, -2.0), 0.0, 1.0);
}`;

/** Edges are smoothed by how far a pixel is from the middle of its line; gaps of dashes are left out. */
const fragmentShader = `#version 300 es
precision highp float;
in float along;
in float across;
uniform vec4 colour;
uniform vec2 dash;
uniform float width;
out vec4 painted;
void main() {
  if (dash.y > 0.0 && mod(along, dash.x + dash.y) > dash.x) discard;
  float inside = clamp(width * 0.5 + 0.5 - abs(across), 0.0, 1.0);
  painted = vec4(colour.rgb, 1.0) * colour.a * inside;
}`;

/** `undefined` where there is no WebGL, or only an emulated one, which is slower than a plain canvas; unless it is `forced`. */
export function linesGl(canvas: HTMLCanvasElement, forced: boolean): Lines | undefined {
  const gl = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: !forced, antialias: false });
  if (!gl) return undefined;
  if (!forced && isEmulated(gl)) {
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return undefined;
  }
  const program = createProgramInfo(gl, [vertexShader, fragmentShader]);
  let handedOver: readonly Stroke[] = [];
  let buffers: readonly BufferInfo[] = [];

  const handOver = (strokes: readonly Stroke[]): void => {
    for (const { attribs } of buffers) for (const { buffer } of Object.values(attribs ?? {})) gl.deleteBuffer(buffer);
    buffers = strokes.map(({ ends }) => buffersFor(gl, ends));
    handedOver = strokes;
  };
  return {
    works: () => !gl.isContextLost(),
    paint: (strokes, { x, y, scale }, { width, height }, ratio) => {
      if (strokes !== handedOver) handOver(strokes);
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.useProgram(program.program);
      strokes.forEach((stroke, at) => {
        setUniforms(program, { camera: [x, y, scale], size: [width, height], ...uniformsOf(stroke) });
        paintStroke(gl, program, buffers[at]!, stroke);
      });
    },
  };
}

/** Chromium gives an emulated context even where a slow one is not wanted: the driver's name tells. */
function isEmulated(gl: WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const driver = names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '';
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(driver);
}

function buffersFor(gl: WebGL2RenderingContext, ends: Float32Array): BufferInfo {
  return createBufferInfoFromArrays(gl, {
    corner: { numComponents: 2, data: [0, -1, 0, 1, 1, -1, 1, 1] },
    ends: { numComponents: 4, data: ends, divisor: 1 },
  });
}

function uniformsOf({ colour: [red, green, blue, alpha], opacity, width, dash }: Stroke) {
  return { colour: [red / 255, green / 255, blue / 255, alpha * opacity], width, dash: dash ?? [0, 0] };
}

function paintStroke(gl: WebGL2RenderingContext, program: ProgramInfo, buffers: BufferInfo, { ends }: Stroke): void {
  setBuffersAndAttributes(gl, program, buffers);
  drawBufferInfo(gl, buffers, gl.TRIANGLE_STRIP, 4, 0, ends.length / 4);
}
