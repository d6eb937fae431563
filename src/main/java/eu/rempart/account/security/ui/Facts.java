package eu.rempart.account.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** A list of facts, each with its name before it. */
public final class Facts extends DescriptionList {

  private static final long serialVersionUID = 1L;

  Facts() {
    addClassName("account-facts");
  }

  Facts with(String name, String value) {
    return with(name, new Text(value));
  }

  Facts with(String name, Component... value) {
    add(new Term(name), new Description(value));
    return this;
  }
}
