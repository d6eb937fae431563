package eu.rempart.email.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.mailbox.*}: how members' mailboxes are read.
 *
 * @param trust a PEM file with the authority of mail servers whose certificate is not a public
 *     one's
 * @param patience how long a server may be silent
 */
@ConfigurationProperties("rempart.mailbox")
record MailboxSettings(@Nullable Path trust, @DefaultValue("20s") Duration patience) {}
