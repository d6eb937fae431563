@NullMarked
package eu.rempart.account.session;

import org.jspecify.annotations.NullMarked;
