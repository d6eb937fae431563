package eu.rempart.shell.tag;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.data.renderer.ComponentRenderer;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.field.ChoicesField;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The tags of a record, by their ids. Whoever may make tags does so by typing a new name. Ids of
 * tags that lie in the bin stay in the value.
 */
public final class TagsField extends ChoicesField<UUID> {

  private static final long serialVersionUID = 1L;

  private final transient Tags tags;
  private transient TagBook book;

  /** A field with all tags to choose from. */
  public TagsField(Tags tags) {
    this.tags = tags;
    this.book = tags.book();
    setLabel(t("shell.tags"));
    setAutoExpand(AutoExpandMode.BOTH);
    setItemLabelGenerator(id -> book.name(id));
    setRenderer(
        new ComponentRenderer<>(
            id -> TagChips.chip(book.find(id).orElseGet(() -> new TagLook(id, "…", 0)))));
    offer();
    if (tags.mayCreate()) {
      setHelperText(t("shell.tags.help"));
      otherwise(this::create, t("shell.tags.wrong"));
    }
  }

  /** Takes no new names: what is typed must be one of the tags. */
  public void withoutNew() {
    setHelperText("");
    otherwise(_ -> Optional.empty(), t("shell.tags.none"));
  }

  /** Takes the value away, as every change of items does. */
  private void offer() {
    setItems(book.all().stream().map(TagLook::id).toList());
  }

  private Optional<UUID> create(String typed) {
    try {
      TagLook made = tags.create(typed);
      Set<UUID> chosen = new HashSet<>(getValue());
      book = tags.book();
      offer();
      setValue(chosen);
      return Optional.of(made.id());
    } catch (InvalidFieldException _) {
      return Optional.empty();
    }
  }
}
