package eu.rempart.account;

import eu.rempart.vault.PasswordChange;
import eu.rempart.vault.VaultService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may do with their own account; every method acts on whoever is signed in. */
@Service
@Transactional
public class ProfileService {

  private final MemberRepository members;
  private final VaultService vault;
  private final Sessions sessions;
  private final CurrentMember current;

  ProfileService(
      MemberRepository members, VaultService vault, Sessions sessions, CurrentMember current) {
    this.members = members;
    this.vault = vault;
    this.sessions = sessions;
    this.current = current;
  }

  /** Oneself; empty where nobody is signed in. */
  @Transactional(readOnly = true)
  public Optional<Member> me() {
    return current.find().flatMap(member -> members.find(member.memberId()));
  }

  /** The language that the member chose; opens nothing. */
  @Transactional(readOnly = true)
  public Optional<Locale> language() {
    return current
        .find()
        .flatMap(member -> members.findRow(member.memberId()))
        .map(row -> Locale.of(row.language()));
  }

  /** {@code system}, {@code light} or {@code dark}; empty where nobody is signed in. */
  @Transactional(readOnly = true)
  public Optional<String> theme() {
    return current
        .find()
        .flatMap(member -> members.findRow(member.memberId()))
        .map(MemberRow::theme);
  }

  public void rename(String name) {
    members.rename(current.id(), current.role(), name.strip());
  }

  public void chooseLanguage(Locale language) {
    members.setLanguage(current.id(), language.getLanguage());
  }

  /** Takes {@code system}, {@code light} or {@code dark}. */
  public void chooseTheme(String theme) {
    members.setTheme(current.id(), theme);
  }

  /**
   * Changes the password; every other session of the member ends.
   *
   * @return false if the old password is not the member's
   * @throws eu.rempart.vault.WeakPasswordException if the new one breaks the policy
   */
  public boolean changePassword(char[] old, char[] fresh) {
    var me = current.get();
    return switch (vault.changePassword(me.memberId(), old, fresh)) {
      case PasswordChange.Refused _ -> false;
      case PasswordChange.Changed _ -> {
        AfterCommit.run(
            () -> sessions.endAllOf(me.memberId(), SessionEnd.PASSWORD_CHANGED, me.signIn()));
        yield true;
      }
    };
  }

  /** One's own sessions on this server, the one used last first. */
  @Transactional(readOnly = true)
  public List<LiveSession> sessions() {
    return sessions.of(current.id());
  }

  /** Ends one of one's own sessions. */
  public void endSession(UUID signIn) {
    if (sessions().stream().anyMatch(session -> session.signIn().equals(signIn))) {
      sessions.end(signIn, SessionEnd.LOCKED);
    }
  }
}
