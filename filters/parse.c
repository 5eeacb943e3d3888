/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parse.h"

#include <math.h>
#include <string.h>

#define UNBOUNDED_PX_PER_MM 10.0      /* of input without bounds */
#define COORDINATE_MAX 100.0

gboolean
smp_frame_parse (const gchar *text, const GeglRectangle *box, SmpFrame *frame)
{
  gdouble v[7] = { 0 };
  gint    n = 0;

  if (gegl_rectangle_is_infinite_plane (box))
    *frame = smp_frame_from_box (0, 0, SMP_HEAD_SPAN_MM * UNBOUNDED_PX_PER_MM,
                                 SMP_HEAD_SPAN_MM * UNBOUNDED_PX_PER_MM);
  else
    *frame = smp_frame_from_box (box->x, box->y, box->width, box->height);

  if (!text || !*text)
    return TRUE;

  while (*text && n < 7)
    {
      gchar *end;

      v[n++] = g_ascii_strtod (text, &end);
      if (end == text)
        return FALSE;
      text = end;
      while (g_ascii_isspace (*text) || *text == ',')
        text++;
    }
  if (*text || n < 6)
    return FALSE;

  const SmpFrame given = { v[0], v[1], v[2], v[3], v[4], v[5], v[6] };

  if (!smp_frame_is_valid (&given))
    return FALSE;
  *frame = given;
  return TRUE;
}

static const gchar *
skip_space (const gchar *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* "x,y": moves text behind it. */
static gboolean
parse_point (const gchar **text, float xy[2])
{
  gchar  *end;
  gdouble x, y;

  x = g_ascii_strtod (*text, &end);
  if (end == *text || *end != ',')
    return FALSE;
  *text = end + 1;
  y = g_ascii_strtod (*text, &end);
  if (end == *text || (*end && !g_ascii_isspace (*end)))
    return FALSE;
  *text = end;
  xy[0] = x;
  xy[1] = y;
  return fabs (x) <= COORDINATE_MAX && fabs (y) <= COORDINATE_MAX;
}

gboolean
smp_path_parse (const gchar *text, SmpPath *path)
{
  SmpPath read;

  memset (path, 0, sizeof *path);
  memset (&read, 0, sizeof read);
  for (text = skip_space (text ? text : ""); *text; text = skip_space (text))
    {
      if (g_str_has_prefix (text, "closed") && !*skip_space (text + 6))
        {
          read.closed = 1;
          break;
        }
      if (read.n == SMP_PATH_MAX || !parse_point (&text, read.xy[read.n]))
        return FALSE;
      read.n++;
    }
  if (read.n == 0 && !read.closed)
    return TRUE;
  if (read.n < (read.closed ? 3 : 2))
    return FALSE;
  *path = read;
  return TRUE;
}
