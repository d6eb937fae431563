package eu.rempart.shell;

import eu.rempart.shell.proof.Prover;
import java.util.Locale;
import java.util.Optional;

/**
 * The shell's view on the sign-in, implemented by the room {@code account}. All methods act on the
 * member of the current request; they run in the UI thread of that member.
 */
public interface SignedIn {

  /** The member of the current session, empty on public pages. */
  Optional<Person> person();

  /** The language the member has chosen, empty as long as the browser's is followed. */
  Optional<Locale> language();

  /** Remembers the language for this member's next sign-in. */
  void chooseLanguage(Locale language);

  /** The colours the member has chosen. */
  Scheme scheme();

  /** Remembers the colours for this member's next page, on whatever machine. */
  void chooseScheme(Scheme scheme);

  /** Throws the member's key out of memory; the next action asks for the password. */
  void lockNow();

  /** Asks the member again who they are, before a dangerous act. */
  Prover prover();

  /** Ends the session and leads to the sign-in page. */
  void signOut();

  /** Path of the member's own profile, without a leading slash. */
  String profileRoute();

  /** Path of the list of the member's own sessions, without a leading slash. */
  String sessionsRoute();
}
