package eu.rempart;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import org.junit.jupiter.api.Test;

/** Keys that people press do what they mean, and every letter can be typed. */
class KeyboardArchitectureTest {

  @Test
  void screensListenToKeysByTheGuardAlone() {
    ArchitectureTest.check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Shortcuts.class, ShortcutRegistration.class),
        "Flow's shortcuts swallow letters that somebody types; Shortcuts of our own do not");
    ArchitectureTest.check(
        noClasses().should().callMethodWhere(target(nameMatching("add(Click|Focus)Shortcut"))),
        "they hear keys of the whole page; SubmitKeys hears those of its own form");
  }
}
