#ifndef EMX_CPROCESS_H
#define EMX_CPROCESS_H

#include <sys/types.h>

/// What of a process is limited.
enum emx_resource { emx_address_space, emx_file_size, emx_core_size, emx_open_files };

/// Limits a process that is running; Swift does not see `prlimit`. Returns 0, or -1 where the system refuses.
int emx_limit(pid_t process, enum emx_resource resource, unsigned long long value);

/// Takes from this process what a reader of documents has no use for: privileges that a program could give it, core
/// dumps, life after its supervisor and, where the system lets an ordinary user do it, the network.
void emx_confine(void);

#endif
