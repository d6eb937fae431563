package eu.rempart.email.template;

import java.util.UUID;

/** The id of a template. */
public record TemplateId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
