package eu.rempart;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

  @Test
  void journeysPressKeysAndSetNoValues() {
    JavaClasses journeys =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("eu.rempart.journey");
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("com.microsoft.playwright..")))
                .and(target(nameMatching("fill|setValue|insertText"))))
        .because("a shortcut that swallowed a letter passed tests that set values: Person.type")
        .check(journeys);
  }
}
