package eu.rempart.activity.ui.field;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.UUID;

/**
 * A contact, a company or a deal that an activity is about, by its id; the name is for showing.
 *
 * @param name as it opens; "…" where it doesn't, or where it is gone
 * @param detail what tells it from others of that name, where it is to be chosen; else empty
 */
public record Linked(UUID id, String name, String detail) {

  /** One that is shown where nothing is to be chosen. */
  public Linked(UUID id, String name) {
    this(id, name, "");
  }

  /** Its name, and in a second line what tells it from others of that name. */
  static LitRenderer<Linked> lines() {
    return LitRenderer.<Linked>of(
            "<span class='linked-choice'>${item.name}<small>${item.detail}</small></span>")
        .withProperty("name", Linked::name)
        .withProperty("detail", Linked::detail);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Linked that && that.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Linked[" + id + "]";
  }
}
