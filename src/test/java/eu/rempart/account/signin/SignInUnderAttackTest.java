package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.vault.VaultService;
import jakarta.servlet.http.Cookie;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The sign-in page keeps working for known devices while somebody attacks the account. */
class SignInUnderAttackTest extends WithApplication {

  @Autowired AuthenticationProvider passwords;
  @Autowired KnownDevices devices;
  @Autowired VaultService vault;
  @Autowired SignInThrottle throttle;

  @Test
  void theOwnerGetsInOnTheirOwnDeviceAndWaitsElsewhere() {
    String address = someone().value();
    joinAs(address, Role.MEMBER);
    String cookie = cookie(address);
    attack(address);

    assertThatThrownBy(() -> signIn(address, PASSWORD, null))
        .isInstanceOf(TooManyTriesException.class);
    assertThatThrownBy(() -> signIn(address, PASSWORD, cookie(someone().value())))
        .as("a device that is known for another account")
        .isInstanceOf(TooManyTriesException.class);
    assertThat(signIn(address, PASSWORD, cookie).getPrincipal()).isInstanceOf(SignedInMember.class);
  }

  @Test
  void aStolenDeviceStillNeedsThePassword() {
    String address = someone().value();
    joinAs(address, Role.MEMBER);
    String cookie = cookie(address);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> signIn(address, "not the password", cookie))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> signIn(address, PASSWORD, cookie))
        .isInstanceOf(TooManyTriesException.class);
    assertThat(signIn(address, PASSWORD, null).getPrincipal())
        .as("what failed on it keeps nobody else out")
        .isInstanceOf(SignedInMember.class);
  }

  /**
   * From as many sources as it takes for the account to be slowed down by some seconds; at the
   * throttle itself, since these seconds may pass while passwords are looked at.
   */
  private void attack(String address) {
    String account = HexFormat.of().formatHex(vault.memberEmailHash(address));
    for (int i = 0; i < 12; i++) {
      await()
          .pollInSameThread()
          .atMost(Patience.LONG)
          .until(() -> throttle.tryNow(account, newSource()).isZero());
    }
  }

  private Authentication signIn(String address, String password, @Nullable String cookie) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(newSource());
    if (cookie != null) {
      request.setCookies(new Cookie(KnownDevices.COOKIE, cookie));
    }
    var token = UsernamePasswordAuthenticationToken.unauthenticated(address, password);
    token.setDetails(new SignInDetails(request));
    return Objects.requireNonNull(passwords.authenticate(token));
  }

  private String cookie(String address) {
    return SignInRequests.device(devices, HexFormat.of().formatHex(vault.memberEmailHash(address)));
  }
}
