package eu.rempart.customfield.ui;

import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where custom fields stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CustomFieldPlaces {

  @Bean
  NavigationEntry customFieldsEntry() {
    return NavigationEntry.forRight(
        Right.MANAGE_FIELDS.name(),
        "custom_field.title",
        Glyph.EDIT,
        CustomFieldNavigation.FIELDS,
        Group.TOOLS,
        46);
  }
}
