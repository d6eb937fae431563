package eu.rempart.account.ui;

import com.vaadin.flow.component.html.DescriptionList;

/** A list of facts, each with its name before it. */
final class Facts extends DescriptionList {

  private static final long serialVersionUID = 1L;

  Facts() {
    addClassName("account-facts");
  }

  Facts with(String name, String value) {
    add(new Term(name), new Description(value));
    return this;
  }
}
