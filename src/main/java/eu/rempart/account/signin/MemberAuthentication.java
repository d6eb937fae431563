package eu.rempart.account.signin;

import eu.rempart.account.SignedInMember;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** How Spring Security sees a signed-in member: role and rights are authorities, no credentials. */
public final class MemberAuthentication {

  private MemberAuthentication() {}

  public static Authentication of(SignedInMember member) {
    var authorities = new ArrayList<GrantedAuthority>();
    authorities.add(authority(member.role().name()));
    member.role().rights().stream().map(right -> authority(right.name())).forEach(authorities::add);
    return UsernamePasswordAuthenticationToken.authenticated(
        member, null, List.copyOf(authorities));
  }

  private static GrantedAuthority authority(String name) {
    return new SimpleGrantedAuthority("ROLE_" + name);
  }
}
