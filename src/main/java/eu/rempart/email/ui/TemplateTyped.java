package eu.rempart.email.ui;

import eu.rempart.email.template.EmailTemplate;
import org.jspecify.annotations.Nullable;

/** What stands in the form of a template. */
record TemplateTyped(String name, boolean shared, String subject, String body) {

  /** What the form begins with; empty for a new template. */
  static TemplateTyped of(@Nullable EmailTemplate template) {
    return template == null
        ? new TemplateTyped("", false, "", "")
        : new TemplateTyped(
            template.name(), template.shared(), template.subject(), template.body());
  }

  /** Says nothing: this is what somebody types. */
  @Override
  public String toString() {
    return "TemplateTyped[hidden]";
  }
}
