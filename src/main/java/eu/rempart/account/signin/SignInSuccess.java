package eu.rempart.account.signin;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.session.SignIns;
import eu.rempart.vault.VaultService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Begins the session, remembers the device, and leads back to where the person was. */
class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

  private final SignIns signIns;

  private final VaultService vault;
  private final KnownDevices devices;

  SignInSuccess(SignIns signIns, VaultService vault, KnownDevices devices) {
    this.signIns = signIns;
    this.vault = vault;
    this.devices = devices;
    setDefaultTargetUrl("/");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    signIns.begin(authentication, request);
    var typed =
        request.getParameter(
            UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY);
    if (request.getAttribute(SecondStep.ACCOUNT) instanceof String account) {
      devices.remember(account, request, response);
    } else if (typed != null) {
      devices.remember(HexFormat.of().formatHex(vault.memberEmailHash(typed)), request, response);
    }
    var wanted = ReturnPath.of(request.getParameter(ReturnPath.PARAMETER));
    if (wanted.isPresent()) {
      clearAuthenticationAttributes(request);
      getRedirectStrategy().sendRedirect(request, response, wanted.get());
    } else {
      super.onAuthenticationSuccess(request, response, authentication);
    }
  }
}
