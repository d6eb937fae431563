package eu.rempart.tag.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.field.ToneField;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.tag.TagChips;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagNameTakenException;
import eu.rempart.tag.TagRules;
import eu.rempart.tag.TagService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One tag in the list of all: name and colour are saved as they are changed. */
final class TagRow extends ListItem {

  private static final long serialVersionUID = 1L;

  private final transient Tag tag;
  private final transient TagService tags;
  private final transient Runnable changed;
  private final TextField name = new TextField(t("tag.field.name"));
  private final ToneField tone;

  /**
   * A row.
   *
   * @param archive null for those who may not
   */
  TagRow(Tag tag, TagService tags, boolean writes, @Nullable Runnable archive, Runnable changed) {
    this.tag = tag;
    this.tags = tags;
    this.changed = changed;
    addClassName("tag-row");
    name.setValue(tag.name());
    name.setMaxLength(TagRules.MAX_NAME);
    name.setReadOnly(!writes);
    tone = new ToneField(t("tag.field.tone"), tag.tone());
    tone.setReadOnly(!writes);
    name.addValueChangeListener(_ -> save());
    tone.addValueChangeListener(_ -> save());
    add(TagChips.chip(SignedInTags.look(tag)), name, tone);
    if (archive != null) {
      var button = new Button(Glyph.ARCHIVE.create(), _ -> archive.run());
      button.addThemeVariants(ButtonVariant.TERTIARY);
      button.setAriaLabel(t("tag.archive", tag.name()));
      button.setTooltipText(t("tag.archive", tag.name()));
      add(button);
    }
  }

  private void save() {
    try {
      boolean saved =
          tags.save(
              new Tag(
                  tag.id(),
                  tag.version(),
                  name.getValue(),
                  Objects.requireNonNullElse(tone.getValue(), tag.tone())));
      if (!saved) {
        Notices.error(t("tag.stale"));
      }
      changed.run();
    } catch (InvalidFieldException e) {
      wrong(t("tag.problem." + e.problem().name()));
    } catch (TagNameTakenException _) {
      wrong(t("tag.taken"));
    }
  }

  private void wrong(String problem) {
    name.setErrorMessage(problem);
    name.setInvalid(true);
  }
}
