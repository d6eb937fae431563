package eu.rempart.account.second;

import eu.rempart.account.password.SecondFactors;
import eu.rempart.vault.second.SecondFactors.Found;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells whoever judges passwords what is asked for beside them. */
@Component
class HeldFactors implements SecondFactors {

  private final eu.rempart.vault.second.SecondFactors factors;

  HeldFactors(eu.rempart.vault.second.SecondFactors factors) {
    this.factors = factors;
  }

  @Override
  public boolean has(UUID memberId) {
    return factors.of(memberId) instanceof Found.Asked;
  }
}
