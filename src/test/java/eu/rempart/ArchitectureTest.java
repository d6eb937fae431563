package eu.rempart;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The picture of the house: which way things may flow between rooms, and why. */
class ArchitectureTest {

  /** Rooms that know what a customer is; everything below them must not. */
  private static final String[] BUSINESS = {
    "eu.rempart.company..",
    "eu.rempart.contact..",
    "eu.rempart.deal..",
    "eu.rempart.activity..",
    "eu.rempart.document..",
    "eu.rempart.email..",
    "eu.rempart.quote..",
    "eu.rempart.product..",
    "eu.rempart.note..",
    "eu.rempart.exchange..",
    "eu.rempart.privacy..",
    "eu.rempart.demo..",
    "eu.rempart.today..",
    "eu.rempart.tag..",
    "eu.rempart.savedview..",
    "eu.rempart.bulk..",
    "eu.rempart.duplicate..",
    "eu.rempart.recall..",
    "eu.rempart.notice..",
    "eu.rempart.customfield..",
    "eu.rempart.dashboard.."
  };

  private static final String JOOQ = "org.jooq..";
  private static final String VAULT = "eu.rempart.vault..";

  /** A screen: a class of a package {@code ui}, or of the frame that all screens share. */
  private static final DescribedPredicate<JavaClass> SCREEN =
      resideInAnyPackage("eu.rempart..ui..", "eu.rempart.shell..").as("a screen");

  @Test
  void screensAskServicesNeverRepositories() {
    check(
        noClasses()
            .that(SCREEN)
            .should()
            .dependOnClassesThat(
                simpleNameEndingWith("Repository")
                    .or(simpleNameEndingWith("Queries"))
                    .or(resideInAnyPackage(JOOQ, "eu.rempart.db.generated.."))),
        "a service is where rights, rules and the reason for the history are added");
  }

  @Test
  void repositoriesAreTheirRoomsOwn() {
    String why = "another room asks the service, which checks rights";
    check(
        classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .and()
            .resideOutsideOfPackage(VAULT)
            .should()
            .bePackagePrivate(),
        why);
    // its inner rooms are put together by hand, in VaultParts
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(VAULT)
            .should()
            .dependOnClassesThat(resideInAPackage(VAULT).and(simpleNameEndingWith("Repository"))),
        why);
  }

  @Test
  void roomsKnowNoScreens() {
    check(
        noClasses()
            .that(not(SCREEN))
            .and()
            .resideOutsideOfPackages("eu.rempart")
            .should()
            .dependOnClassesThat(resideInAPackage("eu.rempart..ui..")),
        "services serve every way in: screens, imports, and later the REST API");
  }

  @Test
  void servicesKnowNoVaadin() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("eu.rempart", "eu.rempart..ui..", "eu.rempart.shell..")
            // Who may open which view is decided in Flow's navigation, and answered in its
            // protocol.
            .and()
            .resideOutsideOfPackages(
                "eu.rempart.account.right",
                "eu.rempart.account.session",
                "eu.rempart.account.signin")
            // Health probes are answered beside Flow, and say so with its annotation.
            .and()
            .resideOutsideOfPackage("eu.rempart.watch")
            .should()
            .dependOnClassesThat(resideInAPackage("com.vaadin..")),
        "services serve every way in: screens, imports, and later the REST API");
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Service")
            .should()
            .dependOnClassesThat(resideInAPackage("com.vaadin..")),
        "a service in a room that does talk to Flow is still no screen");
  }

  @Test
  void roomsFormNoCircles() {
    check(
        slices().matching("eu.rempart.(*)..").should().beFreeOfCycles(),
        "rooms call down and speak up by events; a circle is one room cut in two");
  }

  @Test
  void roomsBelowKnowNoBusinessRoom() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "eu.rempart.history..",
                "eu.rempart.archive..",
                "eu.rempart.search..",
                "eu.rempart.vault..",
                "eu.rempart.edge..",
                "eu.rempart.tls..",
                "eu.rempart.account..",
                "eu.rempart.team..",
                "eu.rempart.presence..",
                "eu.rempart.draft..",
                "eu.rempart.picture..",
                "eu.rempart.richtext..",
                "eu.rempart.preview..",
                "eu.rempart.paper..",
                "eu.rempart.watch..",
                "eu.rempart.metrics..",
                "eu.rempart.alert..",
                "eu.rempart.mail..",
                "eu.rempart.home..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BUSINESS),
        "they work on what business rooms register, so that a new kind of record changes none");
  }

  @Test
  void valuesAndFrameKnowNoBusinessRoom() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("eu.rempart.common..", "eu.rempart.shell..", "eu.rempart.db..")
            // Generated from the schema, it has one class per table whatever the table means.
            .and()
            .resideOutsideOfPackage("eu.rempart.db.generated..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BUSINESS),
        "everything stands on them");
    check(
        noClasses()
            .that()
            .resideInAPackage("eu.rempart.common..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.vaadin..", JOOQ),
        "values work anywhere");
  }

  @Test
  void screensOfOtherRoomsAreReachedByTheirNavigation() {
    List<String> shortCuts = new ArrayList<>();
    for (JavaClass from : House.CLASSES) {
      if (!from.getPackageName().contains(".ui")) {
        continue;
      }
      from.getDirectDependenciesFromSelf().stream()
          .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith("eu.rempart."))
          .filter(arrow -> arrow.getTargetClass().getPackageName().contains(".ui"))
          .filter(arrow -> !room(arrow.getTargetClass()).equals(room(from)))
          .filter(arrow -> !isDoor(arrow.getTargetClass()))
          .forEach(arrow -> shortCuts.add(arrow.getDescription()));
    }
    assertThat(shortCuts)
        .as("typed ids in, route out: a view may change without its neighbours noticing")
        .isEmpty();
  }

  /**
   * The history panel and the unfinished form are no screens of their own: every record's screen
   * shows the one as a tab, and goes on with the other.
   */
  private static boolean isDoor(JavaClass target) {
    return target.getSimpleName().endsWith("Navigation")
        || target.getPackageName().equals("eu.rempart.draft.ui")
        || target.getFullName().startsWith("eu.rempart.history.ui.HistoryPanel");
  }

  @Test
  void everyRouteSaysWhoMayOpenIt() {
    check(
        classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class)
            .orShould()
            .beAnnotatedWith(DenyAll.class),
        "access is a decision, never an accident");
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        House.CLASSES.stream()
            .filter(c -> !c.getPackageName().startsWith("eu.rempart.db.generated"))
            .map(JavaClass::getPackage)
            .distinct()
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();
    assertThat(unmarked)
        .as("NullAway checks only what is marked: give these a package-info.java")
        .isEmpty();
  }

  private static String room(JavaClass c) {
    String[] parts = c.getPackageName().split("\\.", -1);
    return parts.length > 2 ? parts[2] : "";
  }

  static void check(ArchRule rule, String why) {
    // A room that is not there yet breaks no rule.
    rule.because(why).allowEmptyShould(true).check(House.CLASSES);
  }
}
