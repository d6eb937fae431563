package eu.rempart.account.passkey.ui;

import eu.rempart.account.ProfileService;
import eu.rempart.account.passkey.PasskeyService;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.shell.proof.ProofAnswer;
import eu.rempart.shell.proof.Prover;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Proofs of whoever is signed in on this page: their password, or a passkey of theirs. */
@Component
public class OwnProofs implements Prover {

  private final ProfileService profile;
  private final PasskeyService passkeys;
  private final JsonMapper json = new JsonMapper();

  OwnProofs(ProfileService profile, PasskeyService passkeys) {
    this.profile = profile;
    this.passkeys = passkeys;
  }

  @Override
  public ProofAnswer password(char[] password) {
    try {
      return profile.prove(password) ? new ProofAnswer.Right() : new ProofAnswer.Wrong();
    } catch (TooManyTriesException e) {
      return new ProofAnswer.Wait(e.seconds());
    }
  }

  @Override
  public Optional<String> question() {
    return passkeys.askProof(PasskeysPanel.request()).map(json::writeValueAsString);
  }

  @Override
  public ProofAnswer passkey(String answer) {
    try {
      return passkeys.prove(PasskeysPanel.request(), AddPasskeyDialog.read(answer))
          ? new ProofAnswer.Right()
          : new ProofAnswer.Wrong();
    } catch (JacksonException _) {
      return new ProofAnswer.Wrong();
    }
  }
}
