/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What XCF files hold of our operations is what contract.txt says: written out
 * from the running operations and compared line by line.
 */

#include <stdlib.h>
#include <string.h>

#include "ops.h"

static gchar *
number (gdouble value)
{
  gchar text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static gchar *
describe_enum (GParamSpec *spec)
{
  GEnumClass *klass = G_ENUM_CLASS (g_type_class_ref (spec->value_type));
  GString    *line = g_string_new (NULL);

  g_string_printf (line, "enum %s %s", spec->name,
                   g_enum_get_value (
                     klass, G_PARAM_SPEC_ENUM (spec)->default_value)
                   ->value_nick);
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (line, " %s=%d", klass->values[i].value_nick,
                            klass->values[i].value);
  g_type_class_unref (klass);
  return g_string_free (line, FALSE);
}

static gchar *
describe_colour (GParamSpec *spec)
{
  GeglColor *colour;
  GValue     value = G_VALUE_INIT;
  guint8     rgba[4];

  g_value_init (&value, spec->value_type);
  g_param_value_set_default (spec, &value);
  colour = g_value_get_object (&value);
  gegl_color_get_pixel (colour, babl_format ("R'G'B'A u8"), rgba);
  g_value_unset (&value);
  if (rgba[3] == 0)
    return g_strdup_printf ("property %s color none", spec->name);
  return g_strdup_printf ("property %s color #%02x%02x%02x", spec->name,
                          rgba[0], rgba[1], rgba[2]);
}

/* The line of contract.txt for a property. */
static gchar *
describe (GParamSpec *spec)
{
  if (G_IS_PARAM_SPEC_ENUM (spec))
    return describe_enum (spec);
  if (spec->value_type == GEGL_TYPE_COLOR)
    return describe_colour (spec);
  if (G_IS_PARAM_SPEC_BOOLEAN (spec))
    return g_strdup_printf (
      "property %s boolean %s", spec->name,
      G_PARAM_SPEC_BOOLEAN (spec)->default_value ? "yes" : "no");
  if (G_IS_PARAM_SPEC_STRING (spec))
    return g_strdup_printf ("property %s string \"%s\"", spec->name,
                            G_PARAM_SPEC_STRING (spec)->default_value);
  if (G_IS_PARAM_SPEC_INT (spec))
    return g_strdup_printf ("property %s int %d %d %d", spec->name,
                            G_PARAM_SPEC_INT (spec)->minimum,
                            G_PARAM_SPEC_INT (spec)->maximum,
                            G_PARAM_SPEC_INT (spec)->default_value);
  if (G_IS_PARAM_SPEC_UINT (spec))
    return g_strdup_printf ("property %s uint %u %u %u", spec->name,
                            G_PARAM_SPEC_UINT (spec)->minimum,
                            G_PARAM_SPEC_UINT (spec)->maximum,
                            G_PARAM_SPEC_UINT (spec)->default_value);
  if (G_IS_PARAM_SPEC_DOUBLE (spec))
    {
      gchar *low = number (G_PARAM_SPEC_DOUBLE (spec)->minimum);
      gchar *high = number (G_PARAM_SPEC_DOUBLE (spec)->maximum);
      gchar *start = number (G_PARAM_SPEC_DOUBLE (spec)->default_value);
      gchar *line = g_strdup_printf ("property %s double %s %s %s",
                                     spec->name, low, high, start);

      g_free (low);
      g_free (high);
      g_free (start);
      return line;
    }
  return g_strdup_printf ("property %s %s", spec->name,
                          g_type_name (spec->value_type));
}

/* All lines of one operation, as a set. */
static GHashTable *
describe_operation (const gchar *name)
{
  GHashTable  *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              NULL);
  guint        n;
  GParamSpec **specs = gegl_operation_list_properties (name, &n);

  g_hash_table_add (lines, g_strdup_printf (
    "op %s %s", name, gegl_operation_get_key (name, "op-version")));
  for (guint i = 0; i < n; i++)
    g_hash_table_add (lines, describe (specs[i]));
  g_free (specs);
  return lines;
}

static gboolean
is_ours (const gchar *name)
{
  return g_str_has_prefix (name, "smp:");
}

static void
check_rest (GHashTable *lines)
{
  GHashTableIter iter;
  gpointer       line;

  if (!lines)
    return;
  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    CHECK (FALSE, "not in the contract: %s", (gchar *) line);
  g_hash_table_unref (lines);
}

int
main (int argc, char **argv)
{
  GHashTable *lines = NULL;
  gchar      *text, **contract, **names;
  guint       n_names;
  gint        promised = 0, present = 0;

  ops_init (argc, argv);
  if (argc < 3 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    return 2;

  contract = g_strsplit (text, "\n", -1);
  for (gchar **line = contract; *line; line++)
    {
      if (**line == '#' || **line == '\0')
        continue;
      if (g_str_has_prefix (*line, "op "))
        {
          gchar **word = g_strsplit (*line, " ", 3);

          check_rest (lines);
          CHECK (gegl_has_operation (word[1]), "%s is gone", word[1]);
          lines = describe_operation (word[1]);
          promised++;
          g_strfreev (word);
        }
      CHECK (lines && g_hash_table_remove (lines, *line),
             "the contract has, the operation has not: %s", *line);
    }
  check_rest (lines);

  names = gegl_list_operations (&n_names);
  for (guint i = 0; i < n_names; i++)
    present += is_ours (names[i]) && !g_str_has_prefix (names[i], "smp:bench");
  CHECK (present == promised, "%d operations, %d in the contract", present,
         promised);
  g_free (names);
  g_strfreev (contract);
  g_free (text);
  gegl_exit ();
  return smp_test_result ();
}
