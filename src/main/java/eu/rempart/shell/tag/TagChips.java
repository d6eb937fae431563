package eu.rempart.shell.tag;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Tags in a row, each in its colour. */
public final class TagChips extends UnorderedList {

  private static final long serialVersionUID = 1L;

  public TagChips(List<TagLook> looks) {
    addClassName("tag-chips");
    getElement().setAttribute("aria-label", t("shell.tags"));
    looks.forEach(look -> add(new ListItem(chip(look))));
    setVisible(!looks.isEmpty());
  }

  /** One of them. */
  public static Span chip(TagLook look) {
    var chip = new Span(look.name());
    chip.addClassNames("tag-chip", look.cssClass());
    return chip;
  }

  /** The tags of a row as a cell; they are drawn in the browser. */
  public static <T> LitRenderer<T> cells(TagBook book, Function<T, Collection<UUID>> tags) {
    return LitRenderer.<T>of(
            """
            <span class="tag-chips">${item.tags.map(tag => \
            html`<span class="tag-chip ${tag.tone}">${tag.name}</span>`)}</span>\
            """)
        .withProperty(
            "tags",
            item ->
                book.of(tags.apply(item)).stream()
                    .map(look -> Map.of("name", look.name(), "tone", look.cssClass()))
                    .toList());
  }
}
