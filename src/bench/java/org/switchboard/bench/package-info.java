/**
 * Measures the engine beside its peers on generated instances: {@code mvn -Pbench}. Every run is a process of its own with the
 * same time and heap, and every plan is judged by the independent verifier.
 */
package org.switchboard.bench;
