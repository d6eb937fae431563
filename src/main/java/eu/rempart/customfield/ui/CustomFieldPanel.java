package eu.rempart.customfield.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomField;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import org.jspecify.annotations.Nullable;

/** Lets an administrator fill in a custom field, until it is saved. */
final class CustomFieldPanel {

  private final CustomFieldService fields;
  private final @Nullable CustomField field;
  private final Runnable saved;
  private final CustomFieldForm form;
  private final RecordPanel panel;

  /**
   * A closed panel.
   *
   * @param field null for a new one
   */
  CustomFieldPanel(CustomFieldService fields, @Nullable CustomField field, Runnable saved) {
    this.fields = fields;
    this.field = field;
    this.saved = saved;
    form = new CustomFieldForm(field);
    panel =
        new RecordPanel(
            field == null ? t("custom_field.new.title") : t("custom_field.edit.title"),
            form,
            t("custom_field.save"),
            this::save);
    form.onChange(() -> panel.setUnsaved(true));
  }

  void open() {
    panel.open();
    form.focus();
  }

  private void save() {
    try {
      if (field == null) {
        fields.create(form.kind(), form.data());
        done(t("custom_field.created"));
      } else if (fields.save(field.id(), field.version(), form.data())) {
        done(t("custom_field.saved"));
      } else {
        Notices.error(t("custom_field.stale"));
        panel.done();
        saved.run();
      }
    } catch (InvalidFieldException e) {
      form.show(e);
    }
  }

  private void done(String notice) {
    panel.done();
    Notices.success(notice);
    saved.run();
  }
}
