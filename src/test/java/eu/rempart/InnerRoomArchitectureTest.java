package eu.rempart;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static eu.rempart.ArchitectureTest.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import eu.rempart.search.order.Columns;
import eu.rempart.search.order.Cursor;
import eu.rempart.search.order.Pager;
import eu.rempart.search.order.Plan;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.password.Stretching;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rooms inside of rooms: who may use what is public only because Java's border between packages
 * runs through the room (decision record 0095).
 */
class InnerRoomArchitectureTest {

  /** About 25: with more in one package nobody finds their way. */
  private static final int MOST_CLASSES = 27;

  private static final String SORTED = "eu.rempart.search.order";

  @Test
  void noRoomIsTooLarge() {
    Map<String, Long> large =
        House.CLASSES.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .filter(c -> !c.getPackageName().startsWith("eu.rempart.db.generated"))
            // Servers' keys go from hand to hand there, between classes that nobody else sees.
            .filter(c -> !c.getPackageName().equals("eu.rempart.tls"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    large.values().removeIf(count -> count <= MOST_CLASSES);
    assertThat(large).as("a room this large has rooms inside").isEmpty();
  }

  @Test
  void theIndexKeepsItsWordsAndColumns() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.search..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("eu.rempart.search.word..")
                    .or(belongToAnyOf(Columns.class, Pager.class, Plan.class))),
        "other rooms ask questions and get ids, whatever the index is made of");
  }

  @Test
  void whatRecordsAreSortedByLeavesTheOrderNowhere() {
    DescribedPredicate<JavaClass> seen =
        belongToAnyOf(
            Columns.class, Cursor.class, Pager.class, Plan.class, SearchPage.class, Total.class);
    check(
        classes()
            .that()
            .resideInAPackage(SORTED)
            .and(not(seen))
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate(),
        "sort keys are opened values: nobody but the order holds one");
    check(
        fields().that().areDeclaredIn(Cursor.class).should().notBePublic(),
        "a cursor stays in sessions, and shows nothing of the record where a page ended");
    check(
        constructors().that().areDeclaredIn(Cursor.class).should().notBePublic(),
        "whoever could make a cursor could ask what comes after any name");
    check(
        methods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage(SORTED))
            .and()
            .haveModifier(PUBLIC)
            .and()
            .areDeclaredInClassesThat(seen)
            .should()
            .notHaveRawReturnType(
                resideInAPackage(SORTED)
                    .and(not(seen))
                    .or(resideInAPackage("org.apache.lucene.util.."))),
        "nothing that is public hands a key out");
  }

  @Test
  void documentsAreReadByTheIndexAlone() {
    check(
        methods()
            .that()
            .areDeclaredIn("eu.rempart.search.SearchDocument")
            .and()
            .haveRawReturnType(java.util.Optional.class)
            .should()
            .notBePublic(),
        "a document holds what was opened of a record; rooms fill it, the index empties it");
  }

  @Test
  void handlesAreMadeByTheVaultAlone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.vault..")
            .should()
            .callConstructorWhere(
                com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                        belongToAnyOf(VaultHandle.class, VaultLease.class)))),
        "one made elsewhere opens nothing, and only looks as if it did");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.vault..")
            .should()
            .dependOnClassesThat(belongToAnyOf(CurrentVault.class, Stretching.class)),
        "whose handle a thread goes by, and what comes of a password, the vault alone asks");
  }

  @Test
  void theDatabaseThatCameAlongIsItsRoomsOwn() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.db..")
            .should()
            .dependOnClassesThat(resideInAPackage("eu.rempart.db.embedded..")),
        "it has the superuser's password; everybody else gets connections");
  }

  @Test
  void keysStayInTheVault() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.vault..")
            .should()
            .dependOnClassesThat(resideInAPackage("eu.rempart.vault.key..")),
        "what opens everything is in the hands of the vault; everybody else has a handle");
  }
}
