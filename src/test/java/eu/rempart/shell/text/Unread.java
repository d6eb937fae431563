package eu.rempart.shell.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.ObjectMapper;

/** What browsers do where somebody types what its browser does not read. */
public final class Unread {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Unread() {}

  /** Types a text that the browser can't read: the field has no value then. */
  public static void type(DatePicker picker, String text) {
    picker.setValue(null);
    type(picker.getElement(), text);
  }

  /** Types a text that the browser leaves to the server. */
  public static void type(TimePicker picker, String text) {
    picker.setValue(null);
    type(picker.getElement(), text);
  }

  private static void type(Element element, String text) {
    element.setProperty("_inputElementValue", text);
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, "unparsable-change", JSON.createObjectNode()));
  }
}
