package eu.rempart.account;

import eu.rempart.mail.Recipient;
import eu.rempart.mail.Recipients;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Addresses of members for the mail: sealed ones need the key, those of engineers do not. */
@Component
class MemberRecipients implements Recipients {

  private final MemberRepository members;

  MemberRecipients(MemberRepository members) {
    this.members = members;
  }

  @Override
  public Optional<Recipient> find(UUID memberId) {
    return members
        .find(memberId)
        .filter(member -> member.state() != MemberState.SUSPENDED)
        .flatMap(
            member ->
                Optional.ofNullable(member.email().orNull())
                    .map(address -> new Recipient(address, Locale.of(member.language()))));
  }
}
