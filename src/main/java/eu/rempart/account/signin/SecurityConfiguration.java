package eu.rempart.account.signin;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import eu.rempart.account.InvitedService;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.passkey.PasskeySignIn;
import eu.rempart.account.passkey.PasskeySignInFilter;
import eu.rempart.account.right.EngineersStayOut;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.second.SecondStepFilter;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.session.SessionGuard;
import eu.rempart.account.session.Sessions;
import eu.rempart.account.session.SignIns;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.proof.DeviceMarks;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Who gets in. URL rules bite only when a page is loaded, since everything after that goes through
 * Flow's one endpoint; views and services ask again.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  KnownDevices knownDevices(DeviceMarks marks) {
    return new KnownDevices(marks, InstantSource.system());
  }

  @Bean
  SignInThrottle signInThrottle(SharedFailures failures) {
    return new SignInThrottle(new SteadyClock(Instant.now(), System::nanoTime), failures);
  }

  @Bean
  static NavigationAccessControlConfigurer navigationAccess() {
    return new NavigationAccessControlConfigurer()
        .withAnnotatedViewAccessChecker()
        .withNavigationAccessChecker(new EngineersStayOut());
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      SignIns signIns,
      Sessions sessions,
      VaultService vault,
      KnownDevices devices,
      PasskeySignIn passkeys,
      SecondStep second,
      InvitedService invited) {
    var success = new SignInSuccess(signIns, vault, devices);
    http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, success);
    // PasswordSignIn is the one provider among the beans, so Spring asks it; named here as well, it
    // would be asked twice for each failure.
    return http.formLogin(
            form ->
                form.loginPage("/login")
                    .authenticationDetailsSource(SignInDetails::new)
                    .failureHandler(new SignInFailure()))
        // SameOriginSignIn asks where the form comes from, as it does at the door for passwords
        .csrf(csrf -> csrf.ignoringRequestMatchers(PasskeySignInFilter.PATH, SecondStepFilter.PATH))
        .httpBasic(basic -> basic.disable())
        .authorizeHttpRequests(
            requests -> requests.requestMatchers("/styles/**", "/start/**").permitAll())
        .with(
            vaadin(),
            flow ->
                flow.loginView("/login", SessionEnd.SIGNED_OUT.signInPage())
                    .addLogoutHandler(signingOut(sessions))
                    .anyRequest(AuthorizedUrl::authenticated))
        .addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class)
        .addFilterBefore(
            new LetInFilter(invited, second, signIns), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new SameOriginSignIn(), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(
            new PasskeySignInFilter(passkeys, success, new SignInFailure()),
            UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(
            new SecondStepFilter(second, success, new SignInFailure()),
            UsernamePasswordAuthenticationFilter.class)
        .build();
  }

  private static LogoutHandler signingOut(Sessions sessions) {
    return (_, _, authentication) -> {
      if (authentication != null
          && authentication.getPrincipal() instanceof SignedInMember member) {
        sessions.end(member.signIn(), SessionEnd.SIGNED_OUT);
      }
    };
  }
}
