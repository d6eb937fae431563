package eu.rempart.shell.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.ObjectMapper;

/** What browsers do where somebody types what is no day. */
public final class Unread {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Unread() {}

  /** Types a text that the browser can't read: the field has no value then. */
  public static void type(DatePicker picker, String text) {
    picker.setValue(null);
    var element = picker.getElement();
    element.setProperty("_inputElementValue", text);
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, "unparsable-change", JSON.createObjectNode()));
  }
}
