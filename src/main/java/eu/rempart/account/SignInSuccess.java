package eu.rempart.account;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;

/** Begins the session, and leads back to where the person was. */
class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

  private final SignIns signIns;

  SignInSuccess(SignIns signIns) {
    this.signIns = signIns;
    setDefaultTargetUrl("/");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    signIns.begin(authentication, request);
    var wanted = ReturnPath.of(request.getParameter(ReturnPath.PARAMETER));
    if (wanted.isPresent()) {
      clearAuthenticationAttributes(request);
      getRedirectStrategy().sendRedirect(request, response, wanted.get());
    } else {
      super.onAuthenticationSuccess(request, response, authentication);
    }
  }
}
