package eu.rempart.shell.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;

/** Types text into a field as a browser tells it, which setting a value would not do. */
public final class Typing {

  private Typing() {}

  /** Replaces what stands in the field, and leaves it. */
  public static void into(Component field, String text) {
    arrives(field, text);
    leave(field, text);
  }

  /** The text arrives, at once or a moment after it was typed. */
  static void arrives(Component field, String text) {
    if (!field.isVisible()
        || !field.getElement().isEnabled()
        || (field instanceof HasValue<?, ?> value && value.isReadOnly())) {
      throw new IllegalStateException("nobody can type into " + field);
    }
    try {
      field
          .getElement()
          .getNode()
          .getFeature(ElementPropertyMap.class)
          .deferredUpdateFromClient("value", text)
          .run();
    } catch (PropertyChangeDeniedException e) {
      throw new AssertionError("the browser may not tell what is typed", e);
    }
  }

  /** Leaves the field, which shows this text. */
  static void leave(Component field, String text) {
    var data = JacksonUtils.createObjectNode();
    data.put("element.value", text);
    field
        .getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(field.getElement(), "change", data));
  }

  /** What stands in the field, as the server knows it. */
  public static String text(Component field) {
    return field.getElement().getProperty("value", "");
  }
}
