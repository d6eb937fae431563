package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.second.SecondStep;
import eu.rempart.account.signin.KnownDevices;
import eu.rempart.account.signin.SignInFailed;
import eu.rempart.account.signin.SignInRequests;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.SprayGuard;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.account.signin.TooManyTriesException.Reason;
import eu.rempart.vault.VaultService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whoever the spray guard lets wait waits, whether the password is right or not. */
class PasswordSignInTest extends WithApplication {

  @Autowired VaultService vault;
  @Autowired Arrivals arrivals;
  @Autowired SecondStep second;
  @Autowired SignInThrottle throttle;
  @Autowired KnownDevices devices;
  @Autowired ApplicationEventPublisher publisher;

  private final List<String> asked = new ArrayList<>();
  private final List<Object> published = new ArrayList<>();
  private String address = "";
  private String source = "";

  @BeforeEach
  void aMember() {
    address = someone().value();
    source = newSource();
    joinAs(address, Role.MEMBER);
  }

  private PasswordSignIn guardedBy(SprayGuard guard) {
    return new PasswordSignIn(
        vault,
        arrivals,
        throttle,
        devices,
        from -> {
          asked.add(from);
          return guard.waitOf(from);
        },
        second,
        event -> {
          published.add(event);
          publisher.publishEvent(event);
        });
  }

  private Authentication attempt(String password, @Nullable String device) {
    var typed = UsernamePasswordAuthenticationToken.unauthenticated(address, password);
    typed.setDetails(SignInRequests.details(source, device));
    return typed;
  }

  @Test
  void strangerWaitsEvenWithTheRightPassword() {
    var signIn = guardedBy(_ -> Duration.ofSeconds(5));
    assertThatThrownBy(() -> signIn.authenticate(attempt(PASSWORD, null)))
        .isInstanceOfSatisfying(
            TooManyTriesException.class,
            wait -> {
              assertThat(wait.seconds()).isEqualTo(5);
              assertThat(wait.reason()).isEqualTo(Reason.SOURCE);
            });
    assertThat(asked).containsExactly(source);
    assertThat(published).hasSize(1).hasOnlyElementsOfType(SignInFailed.class);
  }

  @Test
  void strangerWhoNeedNotWaitSignsIn() {
    var signIn = guardedBy(_ -> Duration.ZERO);
    assertThat(signIn.authenticate(attempt(PASSWORD, null)).isAuthenticated()).isTrue();
    assertThatThrownBy(() -> signIn.authenticate(attempt("not the password", null)))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(asked).hasSize(2);
  }

  @Test
  void knownDeviceNeverWaitsForASpray() {
    String account = HexFormat.of().formatHex(vault.memberEmailHash(address));
    String device = SignInRequests.device(devices, account);
    var signIn = guardedBy(_ -> Duration.ofMinutes(10));
    assertThat(signIn.authenticate(attempt(PASSWORD, device)).isAuthenticated()).isTrue();
    assertThat(asked).isEmpty();
  }
}
