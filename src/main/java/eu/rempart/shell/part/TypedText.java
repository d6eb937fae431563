package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import java.util.Optional;
import java.util.stream.Stream;

/** A field that may hold text which it can't make a value of. Nothing is saved until it can. */
public interface TypedText {

  /** Whether something is typed there that is no value; the field has said so. */
  boolean isUnread();

  /**
   * Whether all that is typed inside a component is read; else the cursor is put into the first
   * field that shows why it isn't.
   */
  static boolean isAllRead(Component root) {
    Optional<Component> first =
        all(root).filter(each -> each instanceof TypedText typed && typed.isUnread()).findFirst();
    if (first.orElse(null) instanceof Focusable<?> field) {
      field.focus();
    }
    return first.isEmpty();
  }

  private static Stream<Component> all(Component root) {
    return root.getElement().isTextNode() || !root.isVisible()
        ? Stream.empty()
        : Stream.concat(Stream.of(root), root.getChildren().flatMap(TypedText::all));
  }
}
