/* This file is part of SMP, scalp micropigmentation mock-ups for GIMP.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GKeyFile reads the values, but it gives up at the first bad line, without its
 * number.  Key files have one statement per line, so each line is given to it
 * alone, under the header of its group: whatever it says is about that line,
 * and only the preset around it is lost.
 *
 * Invariant: no number gets out of here that smp:dots would not take.
 */

#include "config.h"

#include "preset-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The file being read, and the preset in it; for messages too. */
typedef struct
{
  const gchar  *file;
  SmpPresetKind kind;
  gboolean      own;
  GPtrArray    *list, *problems;
  guint         line;
  guint         found;          /* presets so far, good or bad */
  SmpPreset    *preset;         /* NULL before the first header ... */
  GString      *text;           /* ... and its lines so far */
  gboolean      bad;
} Reader;

void
smp_preset_free (gpointer data)
{
  SmpPreset *preset = data;

  g_free (preset->id);
  g_free (preset->name);
  g_free (preset->description);
  for (guint k = 0; k < SMP_PRESET_MAX_KEYS; k++)
    g_free (preset->word[k]);
  g_free (preset->file);
  g_free (preset);
}

/* line 0: the file as a whole.  Takes the reason. */
static void
complain (Reader *reader, guint line, gchar *reason)
{
  reader->bad = TRUE;
  if (reader->problems)
    g_ptr_array_add (reader->problems,
                     line ? g_strdup_printf (_("%s, line %u: %s"),
                                             reader->file, line, reason)
                          : g_strdup_printf (_("%s: %s"), reader->file,
                                             reason));
  g_free (reason);
}

static gboolean
is_id (const gchar *text)
{
  return *text && text[strspn (text, G_CSET_a_2_z G_CSET_DIGITS "-_")] == '\0';
}

static gboolean
is_colour (const gchar *text)
{
  return text[0] == '#' && strlen (text) == 7
         && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static SmpPreset *
find (GPtrArray *list, const gchar *id, guint *index)
{
  for (guint i = 0; i < list->len; i++)
    {
      SmpPreset *preset = g_ptr_array_index (list, i);

      if (g_str_equal (preset->id, id))
        {
          if (index)
            *index = i;
          return preset;
        }
    }
  return NULL;
}

static const gchar *
example (SmpKeyType type)
{
  return type == SMP_KEY_NUMBER ? "0.3" : type == SMP_KEY_WHOLE ? "2" : "80";
}

static void
read_number (Reader *reader, guint k, const gchar *value)
{
  const SmpPresetKey *key = &smp_preset_keys (reader->kind)[k];
  gchar              *end;
  gdouble             number = g_ascii_strtod (value, &end);

  if (end == value || *end)
    complain (reader, reader->line,
              g_strdup_printf (_("“%s” must be a number such as %s, not “%s”"),
                               key->name, example (key->type), value));
  else if (!(number >= key->min && number <= key->max))
    {
      gchar min[G_ASCII_DTOSTR_BUF_SIZE], max[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (min, sizeof min, "%g", key->min);
      g_ascii_formatd (max, sizeof max, "%g", key->max);
      complain (reader, reader->line,
                g_strdup_printf (_("“%s” must be between %s and %s, not %s"),
                                 key->name, min, max, value));
    }
  else if (key->type == SMP_KEY_WHOLE && number != (gint) number)
    complain (reader, reader->line,
              g_strdup_printf (_("“%s” must be a whole number, not %s"),
                               key->name, value));
  reader->preset->number[k] = number;
}

static void
read_word (Reader *reader, guint k, const gchar *value)
{
  const SmpPresetKey *key = &smp_preset_keys (reader->kind)[k];

  if (key->type == SMP_KEY_COLOUR && !is_colour (value))
    complain (reader, reader->line,
              g_strdup_printf (_("“%s” must be a colour such as #2b211c, "
                                 "not “%s”"), key->name, value));
  else if (key->type == SMP_KEY_CHOICE
           && !g_strv_contains (key->choices, value))
    {
      gchar *choices = g_strjoinv (", ", (gchar **) key->choices);

      complain (reader, reader->line,
                g_strdup_printf (_("“%s” must be one of %s, not “%s”"),
                                 key->name, choices, value));
      g_free (choices);
    }
  reader->preset->word[k] = g_strdup (value);
}

/* One “key=value” of the preset. */
static void
read_value (Reader *reader, const gchar *name, const gchar *value)
{
  const SmpPresetKey *key = smp_preset_keys (reader->kind);
  const gsize         length = strcspn (name, "[");
  guint               k = 0;

  while (k < SMP_PRESET_MAX_KEYS && key[k].name
         && !(strlen (key[k].name) == length
              && strncmp (key[k].name, name, length) == 0))
    k++;
  if (k == SMP_PRESET_MAX_KEYS || !key[k].name
      || (name[length] && key[k].type != SMP_KEY_TEXT))
    {
      complain (reader, reader->line,
                g_strdup_printf (_("there is no value called “%s”"), name));
      return;
    }
  if (!name[length] && reader->preset->named[k])
    {
      complain (reader, reader->line,
                g_strdup_printf (_("“%s” is there twice"), name));
      return;
    }
  if (!name[length])
    reader->preset->named[k] = TRUE;

  if (key[k].type == SMP_KEY_COLOUR || key[k].type == SMP_KEY_CHOICE)
    read_word (reader, k, value);
  else if (key[k].type != SMP_KEY_TEXT)
    read_number (reader, k, value);
}

static void
begin_preset (Reader *reader, const gchar *line)
{
  const gchar *end = strchr (line, ']');
  SmpPreset   *preset = g_new0 (SmpPreset, 1);
  SmpPreset   *other;

  reader->preset = preset;
  reader->text = g_string_new (NULL);
  reader->bad = FALSE;
  reader->found++;
  preset->kind = reader->kind;
  preset->id = end ? g_strndup (line + 1, end - line - 1) : g_strdup ("");
  preset->file = g_strdup (reader->file);
  preset->line = reader->line;
  preset->own = reader->own;

  if (!end || end[1] || !is_id (preset->id))
    complain (reader, reader->line,
              g_strdup_printf (_("“%s” is not the id of a preset, which is "
                                 "made of small letters, digits, “-” and “_” "
                                 "in brackets: [my-own]"), line));
  else if ((other = find (reader->list, preset->id, NULL))
           && other->own == reader->own)
    complain (reader, reader->line,
              g_strdup_printf (_("there is a preset “%s” already: %s, line %u"),
                               preset->id, other->file, other->line));
}

/* The names, once all lines are known to be good. */
static void
read_texts (Reader *reader)
{
  SmpPreset *preset = reader->preset;
  GKeyFile  *file = g_key_file_new ();

  g_string_prepend (reader->text, "[preset]\n");
  g_key_file_load_from_data (file, reader->text->str, reader->text->len,
                             G_KEY_FILE_NONE, NULL);
  preset->name = g_key_file_get_locale_string (file, "preset", "name", NULL,
                                               NULL);
  preset->description = g_key_file_get_locale_string (file, "preset",
                                                      "description", NULL,
                                                      NULL);
  if (!preset->name)
    preset->name = g_strdup (preset->id);
  g_key_file_free (file);
}

static void
end_preset (Reader *reader)
{
  const SmpPresetKey *key = smp_preset_keys (reader->kind);
  SmpPreset          *preset = reader->preset;
  GPtrArray          *list = reader->list;
  guint               place;

  if (!preset)
    return;
  for (guint k = 0; k < SMP_PRESET_MAX_KEYS; k++)
    if (key[k].needed && !preset->named[k] && !reader->bad)
      complain (reader, preset->line,
                g_strdup_printf (_("the preset “%s” needs a value for “%s”"),
                                 preset->id, key[k].name));
  if (reader->bad)
    smp_preset_free (preset);
  else
    {
      read_texts (reader);
      if (find (list, preset->id, &place))
        {
          smp_preset_free (g_ptr_array_index (list, place));
          g_ptr_array_index (list, place) = preset;
        }
      else
        g_ptr_array_add (list, preset);
    }
  g_string_free (reader->text, TRUE);
  reader->preset = NULL;
}

/* A line between the headers. */
static void
read_line (Reader *reader, const gchar *line)
{
  gchar    *text = g_strconcat ("[preset]\n", line, NULL);
  GKeyFile *file = g_key_file_new ();
  gchar   **names = NULL;
  gchar    *value = NULL;

  if (!g_utf8_validate (line, -1, NULL))
    complain (reader, reader->line,
              g_strdup (_("this is not text in UTF-8; save the file with that "
                          "encoding")));
  else if (!g_key_file_load_from_data (file, text, -1,
                                       G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    complain (reader, reader->line,
              g_strdup_printf (_("“%s” is neither “key=value”, nor a [preset], "
                                 "nor a # comment"), line));
  else if ((names = g_key_file_get_keys (file, "preset", NULL, NULL))
           && names[0])
    {
      if (!reader->preset)
        complain (reader, reader->line,
                  g_strdup (_("the values of a preset must follow its id, such "
                              "as [my-own]")));
      else if (!(value = g_key_file_get_string (file, "preset", names[0],
                                                NULL)))
        complain (reader, reader->line,
                  g_strdup_printf (_("the value of “%s” has a “\\” too many"),
                                   names[0]));
      else
        {
          read_value (reader, names[0], value);
          g_string_append (g_string_append (reader->text, line), "\n");
        }
    }
  g_free (value);
  g_strfreev (names);
  g_key_file_free (file);
  g_free (text);
}

static void
read_file (Reader *reader)
{
  GError *error = NULL;
  gchar  *text, **lines;
  gsize   length;

  if (!g_file_get_contents (reader->file, &text, &length, &error))
    {
      if (reader->problems)
        g_ptr_array_add (reader->problems, g_strdup (error->message));
      g_error_free (error);
      return;
    }
  if (strlen (text) != length)
    {
      complain (reader, 0, g_strdup (_("this is not a text file in UTF-8")));
      g_free (text);
      return;
    }
  /* some editors begin a text in UTF-8 with this mark */
  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text,
                      "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      reader->line = i + 1;
      g_strstrip (lines[i]);
      if (lines[i][0] == '[')
        {
          gchar *header = g_utf8_make_valid (lines[i], -1);

          end_preset (reader);
          begin_preset (reader, header);
          g_free (header);
        }
      else
        read_line (reader, lines[i]);
    }
  end_preset (reader);
  if (reader->found == 0)
    complain (reader, 0, g_strdup (_("there is no preset in it")));
  g_strfreev (lines);
  g_free (text);
}

void
smp_preset_file_read (const gchar   *file,
                      SmpPresetKind  kind,
                      gboolean       own,
                      GPtrArray     *list,
                      GPtrArray     *problems)
{
  Reader reader = {
    .file = file, .kind = kind, .own = own, .list = list, .problems = problems
  };

  read_file (&reader);
}
