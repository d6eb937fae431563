package eu.rempart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import eu.rempart.account.session.Sessions;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.vault.VaultPasskeys;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dangerous acts ask for the password again in services, whatever screen calls them. */
class FreshProofTest {

  /** What a stolen moment at somebody's browser must not be enough for. */
  private static final Set<String> DANGEROUS =
      Set.of(
          "RecoveryKitService.renew()",
          "PurgeService.emptyBin(int)",
          "PurgeService.emptyBin(int, Duration)",
          "PurgeService.request(Collection)",
          "PurgeService.setDelay(Duration)",
          "PrivacyService.start(ContactId, Map)",
          "Leaving.check(List, IntFunction)",
          "Leaving.pages(String, List, IntFunction, Function)",
          "MemberService.invite(String, EmailAddress, Role)",
          "MemberService.inviteAgain(UUID)",
          "MemberService.changeRole(UUID, Role, UUID)",
          "MemberService.suspend(UUID)",
          "MetricsTokenService.make(String)",
          "PasskeyService.begin(HttpServletRequest)",
          "PasskeyService.add(HttpServletRequest, Function, Function, String)",
          "PasskeyService.remove(HttpServletRequest, UUID)",
          "PasskeyService.beside(HttpServletRequest, Candidate)",
          "SecondFactorService.begin()",
          "SecondFactorService.set(NewApp, String)",
          "SecondFactorService.freshCodes()",
          "SecondFactorService.removeApp()",
          "SecondFactorService.demand(Set)",
          "ChannelSettingsService.save(ChannelSettings, SecretChange)",
          "SiteService.switchTo(String)",
          "BackupService.kit()",
          "EdgeAdministration.change(EdgeChange, String, String)");

  private static Set<JavaMethod> marked() {
    return House.CLASSES.stream()
        .flatMap(c -> c.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(NeedsFreshProof.class))
        .collect(Collectors.toSet());
  }

  @Test
  void everyDangerousActIsMarked() {
    assertThat(marked().stream().map(FreshProofTest::name).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(DANGEROUS);
  }

  @Test
  void everyMarkedMethodAsksForProof() {
    assertThat(
            marked().stream()
                .filter(method -> !asks(method, new HashSet<>()))
                .map(FreshProofTest::name))
        .as("give these a proof.require(…)")
        .isEmpty();
  }

  /** Records leave through one door, which asks; another would be one that nobody marked. */
  @Test
  void recordsLeaveThroughOneDoor() {
    Set<String> doors =
        House.CLASSES.stream()
            .filter(
                c ->
                    c.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(RecordsMoved.class)))
            .filter(
                c ->
                    c.getFieldAccessesFromSelf().stream()
                        .anyMatch(
                            access ->
                                access.getTargetOwner().isEquivalentTo(Way.class)
                                    && access.getName().equals(Way.EXPORTED.name())))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(doors).containsExactly("Tally");
  }

  /** A method that asks, or one that it helps, says so in its signature. */
  @Test
  void whoAsksForProofIsMarked() {
    Set<JavaMethod> reached = new HashSet<>();
    marked().forEach(method -> asks(method, reached));
    var silent = new TreeSet<String>();
    House.CLASSES.stream()
        .flatMap(c -> c.getMethods().stream())
        .filter(FreshProofTest::asksItself)
        .filter(method -> !reached.contains(method))
        .forEach(method -> silent.add(name(method)));
    assertThat(silent).as("give these @NeedsFreshProof").isEmpty();
  }

  /** Whoever could say that somebody proved who they are would need no proof. */
  @Test
  void proofsAreGivenWhereTheyAreChecked() {
    Set<String> givers =
        House.CLASSES.stream()
            .filter(c -> !c.getPackageName().startsWith("eu.rempart.vault"))
            .filter(
                c ->
                    c.getMethodCallsFromSelf().stream()
                        .anyMatch(
                            call ->
                                call.getName().equals("prove")
                                    && (call.getTargetOwner().isEquivalentTo(VaultPasskeys.class)
                                        || call.getTargetOwner().isEquivalentTo(VaultService.class)
                                        || call.getTargetOwner().isEquivalentTo(Sessions.class))))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(givers).containsExactlyInAnyOrder("ProfileService", "PasskeyService");
  }

  private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    boolean asks = asksItself(method);
    for (var call : method.getMethodCallsFromSelf()) {
      if (call.getTargetOwner().equals(method.getOwner())) {
        for (var own : call.getTarget().resolveMember().stream().toList()) {
          asks |= asks(own, seen);
        }
      }
    }
    return asks;
  }

  private static boolean asksItself(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(FreshProof.class)
                    && call.getName().equals("require"));
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName()
        + "."
        + method.getName()
        + method.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
