package eu.rempart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.history.Viewer;
import jakarta.annotation.security.PermitAll;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;

/** Access is a decision, never an accident: also in services, whatever screen calls them. */
class ServiceAccessTest {

  /**
   * Every public method of a service asks for a right, or acts on whoever is signed in, by itself
   * or in a method of its own class; or it says that it is for everybody. The vault decides by
   * cryptography, and stands below those who know about rights.
   */
  @Test
  void everyPublicMethodOfAServiceCarriesAnAccessRule() {
    var unguarded = new TreeSet<String>();
    var services = new TreeSet<String>();
    House.CLASSES.stream()
        .filter(ServiceAccessTest::isService)
        .filter(c -> !c.getPackageName().startsWith("eu.rempart.vault"))
        .filter(c -> !c.isAnnotatedWith(PermitAll.class))
        .peek(c -> services.add(c.getSimpleName()))
        .flatMap(c -> c.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(method -> !method.isAnnotatedWith(PermitAll.class))
        .filter(method -> !asks(method, new HashSet<>()))
        .forEach(method -> unguarded.add(method.getFullName()));
    assertThat(services)
        .contains("ContactService", "MemberService", "ProfileService")
        .contains("ImportUndo", "Uploads", "RecordExport", "MemberNames", "EdgeAdministration");
    assertThat(unguarded)
        .as("give these a rights.require(…), or @PermitAll and a reason")
        .isEmpty();
  }

  /** Whatever it is called: what screens get to call is a service to Spring, or named as one. */
  private static boolean isService(JavaClass type) {
    return type.isAnnotatedWith(Service.class)
        || type.getSimpleName().endsWith("Service")
        || type.getSimpleName().endsWith("Administration");
  }

  private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    return method.getMethodCallsFromSelf().stream().anyMatch(ServiceAccessTest::isQuestion)
        || method.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().equals(method.getOwner()))
            .flatMap(call -> call.getTarget().resolveMember().stream())
            .anyMatch(own -> asks(own, seen));
  }

  private static boolean isQuestion(JavaAccess<?> call) {
    JavaClass owner = call.getTargetOwner();
    return ((owner.isEquivalentTo(Rights.class) || owner.isEquivalentTo(Viewer.class))
            && call.getName().equals("require"))
        || (owner.isEquivalentTo(CurrentMember.class)
            && Set.of("get", "id", "find", "role").contains(call.getName()));
  }
}
