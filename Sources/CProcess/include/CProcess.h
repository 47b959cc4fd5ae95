#ifndef EMX_CPROCESS_H
#define EMX_CPROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/// What of a process is limited.
enum emx_resource { emx_address_space, emx_file_size, emx_core_size, emx_open_files };

/// Limits a process that is running; Swift does not see `prlimit`. Returns 0, or -1 where the system refuses.
int emx_limit(pid_t process, enum emx_resource resource, unsigned long long value);

/// Takes from this process what a reader of documents has no use for: privileges that a program could give it, core
/// dumps, life after its supervisor and, where the system lets an ordinary user do it, the network.
void emx_confine(void);

/// What stands in the file system. Swift's own `stat` is another thing wherever full Foundation is linked in.
struct emx_file {
    unsigned long long device, node;
    long long size;
    /// In seconds since 1970.
    long long modified;
    unsigned permissions;
    bool is_regular, is_folder, is_link;
};

/// What a name leads to. Returns 0, or -1 with `errno`.
int emx_look(const char *path, struct emx_file *file);

/// What has a name, be it a link.
int emx_look_at_link(const char *path, struct emx_file *file);

/// What is open.
int emx_look_at_descriptor(int descriptor, struct emx_file *file);

#endif
