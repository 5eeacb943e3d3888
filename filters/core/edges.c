/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A step blurred by a Gaussian rises from 1/4 to 3/4 of its height within 1.349
 * sigma, a line too narrow to be seen within .907 sigma of its height (edge
 * widths as a measure of blur: Marziliano et al. 2002).  Positions within the
 * rise are less shaken by noise, and by the steps between the blocks of a JPEG,
 * than its steepest slope.
 *
 * Edges are looked for along rows and columns, up to 27 degrees off their
 * normal.  The variance sigma^2 as seen along x holds the blur, the pixel's own
 * box (1/12 px^2), and the mean of three rows by 1 2 1 (1/2 along y); what is
 * left without them is the blur that a pixel-sharp picture lacks.
 *
 * Where hair crosses hair nothing of this holds: at least one side of an edge
 * must be flat, the other flat (a step) or back where it began (a line; one
 * that is wider than a line only seems softer).
 *
 * Soft edges are measured on the block reduced 2 and 4 times, where they are
 * again 1 to 2 px wide.  At any size an edge must stand out by the same height
 * from the noise of the full size (Immerkaer 1996, in the flattest quarter of
 * the block), else noise would leave the soft ones only.
 *
 * A soft thing in focus and a sharp thing out of focus look the same: all that
 * an edge says is that the optics are no worse.
 */

#include "edges.h"

#include <math.h>

#include "scalar.h"

#define BIN_PX        0.05
#define STEP_FACTOR   1.34898       /* between the quartiles of a Gaussian */
#define LINE_FACTOR   0.90665       /* sqrt (2 ln 4) - sqrt (2 ln 4/3) */
#define RUN_MAX       8             /* px to each side */
#define TAIL          0.04          /* of the steepest slope: the rise ends */
#define REACH         2.0           /* of what is beyond, heights / slope */
#define PLATEAU       0.2           /* of the height */
#define RETURN        0.6           /* of the height */
#define CONTRAST_MIN  0.15          /* by the root of light, as eyes see */
#define TO_NOISE_MIN  12.0
#define CLIPPED       0.97f
#define TAN_MAX       0.5

typedef struct
{
  const float *value;       /* of a row, smoothed across */
  const float *slope;       /* value[x + 1] - value[x] */
  const float *across;      /* row below - row above */
  int          width;
} Row;

float
smp_edges_noise (const float *luma, int stride, int size,
                 float *low, float *mean)
{
  float sum = 0.0f, curve = 0.0f, least = luma[0];

  for (int y = 1; y < size - 1; y++)
    {
      const float *b = luma + y * stride, *a = b - stride, *c = b + stride;

      for (int x = 1; x < size - 1; x++)
        {
          const float corners = a[x - 1] + a[x + 1] + c[x - 1] + c[x + 1];
          const float sides = a[x] + c[x] + b[x - 1] + b[x + 1];

          curve += fabsf (corners - 2.0f * sides + 4.0f * b[x]);
        }
    }
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      {
        const float v = luma[y * stride + x];

        sum += v;
        least = v < least ? v : least;
      }
  *low = least;
  *mean = sum / (size * size);
  /* mean |n| of a normal n is sigma sqrt (2 / pi); 6^2 the kernel's power */
  return 1.2533141f / 6.0f * curve / ((size - 2) * (size - 2));
}

/* Noise of the flattest quarter of a block, relative to the mean. */
static float
block_noise (const float *luma, int width, int height)
{
  const int size = width >= 96 ? 16 : width >= 48 ? 8 : 4;
  float     sorted[SMP_EDGES_PIXELS / 256];
  int       n = 0;

  for (int y = 0; y + size <= height; y += size)
    for (int x = 0; x + size <= width; x += size)
      {
        float low, mean, noise;
        int   i = n;

        noise = smp_edges_noise (luma + y * width + x, width, size,
                                 &low, &mean);
        if (!(low >= 0.0f && mean > 1e-4f)
            || n == sizeof sorted / sizeof *sorted)
          continue;
        for (noise /= mean; i > 0 && sorted[i - 1] > noise; i--)
          sorted[i] = sorted[i - 1];
        sorted[i] = noise;
        n++;
      }
  return n > 0 ? sorted[n / 4] : 1.0f;
}

/* What lies beyond one end of a rise. */
typedef enum
{
  BEYOND_OTHER,
  BEYOND_PLATEAU,
  BEYOND_RETURN             /* to where the rise began */
} Beyond;

static Beyond
beyond (const float *value, int step, int n, double end, double height)
{
  double lowest = 0.0, farthest = 0.0;

  for (int i = 1; i <= n; i++)
    {
      const double off = (value[step * i] - end) / height;

      lowest = off < lowest ? off : lowest;
      farthest = fabs (off) > farthest ? fabs (off) : farthest;
    }
  return farthest < PLATEAU ? BEYOND_PLATEAU
         : lowest < -RETURN ? BEYOND_RETURN : BEYOND_OTHER;
}

/* Sigmas from the middle of a Gaussian edge to where a part p of its rise is
 * passed (Winitzki 2008, to .002).
 */
static double
sigmas (double part)
{
  const double p = smp_clamp (part, 0.01, 0.99);
  const double half_log = 0.5 * smp_log (4.0 * p * (1.0 - p));
  const double t = 4.3307468 + half_log;          /* 2 / (.147 pi) */
  const double x = sqrt (2.0 * (sqrt (t * t - half_log / 0.0735) - t));

  return p < 0.5 ? -x : x;
}

/* Where between pixels from and to, of a rise all the way, a part of its height
 * is passed.
 */
static double
crossing (const float *value, int from, int to, double part)
{
  const double low = value[from], height = value[to] - low;
  int          i = from;
  double       before, after;

  while (i < to - 1 && (value[i + 1] - low) / height < part)
    i++;
  before = sigmas ((value[i] - low) / height);
  after = sigmas ((value[i + 1] - low) / height);
  return i + (sigmas (part) - before) / (after - before);
}

/* Variance along x of the edge between x and x + 1, < 0: it does not count. */
static double
edge_variance (const Row *row, int x, double noise)
{
  const double sign = row->slope[x] < 0.0f ? -1.0 : 1.0;
  const double slope = sign * row->slope[x];
  int          left = x, right = x + 1;

  while (left > 0 && x - left < RUN_MAX
         && sign * row->slope[left - 1] > TAIL * slope)
    left--;
  while (right < row->width - 1 && right - x <= RUN_MAX
         && sign * row->slope[right] > TAIL * slope)
    right++;

  const double a = row->value[left], b = row->value[right];
  const double height = sign * (b - a), middle = 0.5 * (a + b);
  const int    reach = (int) (REACH * height / slope + 0.5);
  const int    start = x - reach < left - 2 ? x - reach : left - 2;
  const int    stop = x + 1 + reach > right + 2 ? x + 1 + reach : right + 2;

  if (a < 0.0 || b < 0.0 || a > CLIPPED || b > CLIPPED
      || height < CONTRAST_MIN * sqrt (middle)
      || height < TO_NOISE_MIN * noise * middle
      || start < 0 || stop >= row->width)
    return -1.0;

  const Beyond before = beyond (row->value + left, -1, left - start, a,
                                -sign * height);
  const Beyond after = beyond (row->value + right, 1, stop - right, b,
                               sign * height);
  double       width = crossing (row->value, left, right, 0.75)
                       - crossing (row->value, left, right, 0.25);

  if (before == BEYOND_PLATEAU && after == BEYOND_PLATEAU)
    width /= STEP_FACTOR;
  else if ((before == BEYOND_PLATEAU && after == BEYOND_RETURN)
           || (before == BEYOND_RETURN && after == BEYOND_PLATEAU))
    width /= LINE_FACTOR;
  else
    return -1.0;
  return width * width;
}

static void
add_row (SmpEdges *edges, const Row *row, double noise, int factor)
{
  const double from = factor == 1 ? -1.0 : 1.6 * factor / 2;
  const double to = factor == 4 ? 9.0 : 1.6 * factor;

  for (int x = 1; x < row->width - 2; x++)
    {
      const float d = fabsf (row->slope[x]);

      if (d < 0.03f * fabsf (row->value[x]) || d < fabsf (row->slope[x - 1])
          || d <= fabsf (row->slope[x + 1]))
        continue;

      const double tangent = (row->across[x] + row->across[x + 1])
                             / (4.0 * d);
      const double tan2 = tangent * tangent;
      double       variance;

      if (tan2 > TAN_MAX * TAN_MAX)
        continue;
      variance = edge_variance (row, x, noise);
      if (variance < 0.0)
        continue;
      variance = (variance - 0.5 * tan2) / (1.0 + tan2)
                 - 1.0 / 12.0;

      const double blur = variance > 0.0 ? factor * sqrt (variance) : 0.0;

      if (blur >= from && blur < to)
        edges->count[(int) (blur / BIN_PX)] += factor;
    }
}

static void
add_rows (SmpEdges *edges, const float *luma, int width, int height,
          double noise, int factor)
{
  float value[SMP_EDGES_SIDE], slope[SMP_EDGES_SIDE], across[SMP_EDGES_SIDE];
  const Row row = { value, slope, across, width };

  for (int y = 1; y < height - 1; y++)
    {
      const float *b = luma + y * width, *a = b - width, *c = b + width;

      for (int x = 0; x < width; x++)
        {
          value[x] = 0.25f * (a[x] + c[x]) + 0.5f * b[x];
          across[x] = c[x] - a[x];
        }
      for (int x = 0; x < width - 1; x++)
        slope[x] = value[x + 1] - value[x];
      add_row (edges, &row, noise, factor);
    }
}

static void
transpose (const float *restrict from, int width, int height,
           float *restrict to)
{
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      to[x * height + y] = from[y * width + x];
}

/* Means of 2 x 2, in place. */
static void
halve (float *luma, int width, int height)
{
  for (int y = 0; y < height / 2; y++)
    for (int x = 0; x < width / 2; x++)
      {
        const float *p = luma + 2 * y * width + 2 * x;

        luma[y * (width / 2) + x] = 0.25f * (p[0] + p[1]
                                             + p[width] + p[width + 1]);
      }
}

void
smp_edges_add (SmpEdges *edges, float *luma, int width, int height,
               float *scratch)
{
  const double noise = block_noise (luma, width, height);

  for (int factor = 1; factor <= 4; factor *= 2)
    {
      if (width < 8 || height < 8)
        return;

      add_rows (edges, luma, width, height, noise, factor);
      transpose (luma, width, height, scratch);
      add_rows (edges, scratch, height, width, noise, factor);
      halve (luma, width, height);
      width /= 2;
      height /= 2;
    }
}

uint32_t
smp_edges_length (const SmpEdges *edges)
{
  uint32_t sum = 0;

  for (int i = 0; i < SMP_EDGES_BINS; i++)
    sum += edges->count[i];
  return sum;
}

float
smp_edges_blur (const SmpEdges *edges, float share)
{
  const double wanted = (double) share * smp_edges_length (edges);
  double       below = 0.0;

  for (int i = 0; i < SMP_EDGES_BINS; i++)
    {
      const double n = edges->count[i];

      if (n > 0.0 && below + n >= wanted)
        return BIN_PX * (i + (wanted - below) / n);
      below += n;
    }
  return 0.0f;
}
